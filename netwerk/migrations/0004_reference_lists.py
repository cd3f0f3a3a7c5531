# SPDX-License-Identifier: EUPL-1.2
"""Themes, sectors and regions to begin with; the team edits sectors and regions afterwards.

Sources: the themes are the network's own, in its order. Regions: the 28 labour-market regions of the
AZW table book of 2015; "Rijnstreek" became "Rijn Gouwe" on 1 September 2022 (CBS). Provinces are
assigned by us where a region crosses a border. Sectors: our own list, with the AZW branch where one fits.
"""

from datetime import date

from django.db import migrations
from django.utils.text import slugify

THEMES = (
    ("Arbeidsinnovatie", "Hoe kan het werk slimmer en anders?", "bulb"),
    ("Uitstroom beperken", "Hoe blijven mensen graag?", "heart-handshake"),
    ("Werken naar talent", "Hoe komt ieders talent tot zijn recht?", "sparkles"),
    ("Meer uren werken", "Hoe wordt meer uren werken aantrekkelijk en mogelijk?", "clock-plus"),
    ("Gezond werken", "Hoe blijft werk gezond en plezierig?", "heartbeat"),
    ("Leven lang ontwikkelen", "Hoe blijf je leren en groeien?", "school"),
)
VVT = "Verpleging, verzorging en thuiszorg"
SECTORS = (
    ("Ziekenhuizen en umc's", "Ziekenhuizen en overige medisch-specialistische zorg"),
    ("Geestelijke gezondheidszorg", "Geestelijke gezondheidszorg"),
    ("Huisartsen- en eerstelijnszorg", "Huisartsen en gezondheidscentra"),
    ("Ouderenzorg (verpleging en verzorging)", VVT),
    ("Thuiszorg en wijkverpleging", VVT),
    ("Gehandicaptenzorg", "Gehandicaptenzorg"),
    ("Jeugdzorg", "Jeugdzorg"),
    ("Sociaal werk", "Sociaal werk"),
    ("Kinderopvang", "Kinderopvang"),
    ("Ambulancezorg", "Overige zorg en welzijn"),
    ("Kraam- en geboortezorg", "Overige zorg en welzijn"),
    ("Publieke gezondheid (GGD)", "Overige zorg en welzijn"),
    ("Paramedische zorg", "Overige zorg en welzijn"),
    ("Onderwijs", ""),
    ("Overig", "Overige zorg en welzijn"),
)
REGIONS = (
    ("Groningen", "groningen"),
    ("Friesland", "fryslan"),
    ("Drenthe", "drenthe"),
    ("IJsselvecht", "overijssel"),
    ("Twente", "overijssel"),
    ("Noordwest-Veluwe en Stedendriehoek", "gelderland"),
    ("Achterhoek", "gelderland"),
    ("Midden-Gelderland", "gelderland"),
    ("Zuid-West Gelderland", "gelderland"),
    ("Flevoland", "flevoland"),
    ("Utrecht en omgeving", "utrecht"),
    ("Amersfoort en omgeving", "utrecht"),
    ("Gooi- en Vechtstreek", "noord-holland"),
    ("Noord-Holland Noord", "noord-holland"),
    ("Zaanstreek en Waterland", "noord-holland"),
    ("Amsterdam", "noord-holland"),
    ("Amstelland, Kennemerland en Meerlanden", "noord-holland"),
    ("Rijnstreek", "zuid-holland"),
    ("Haaglanden", "zuid-holland"),
    ("Rijnmond", "zuid-holland"),
    ("Drechtsteden", "zuid-holland"),
    ("Zeeland", "zeeland"),
    ("West-Brabant", "noord-brabant"),
    ("Midden-Brabant", "noord-brabant"),
    ("Noordoost-Brabant", "noord-brabant"),
    ("Zuidoost-Brabant", "noord-brabant"),
    ("Noord- en Midden-Limburg", "limburg"),
    ("Zuid-Limburg", "limburg"),
)
RIJN_GOUWE_SINCE = date(2022, 9, 1)


def load(apps, schema_editor):
    Theme = apps.get_model("netwerk", "Theme")
    Sector = apps.get_model("netwerk", "Sector")
    Region = apps.get_model("netwerk", "Region")
    for position, (name, question, icon) in enumerate(THEMES, 1):
        Theme.objects.create(name=name, slug=slugify(name), question=question, icon=icon, position=position)
    for position, (name, azw) in enumerate(SECTORS, 1):
        Sector.objects.create(name=name, slug=slugify(name), azw_code=azw, position=position)
    Region.objects.create(name="Landelijk", slug="landelijk", position=0)
    for position, (name, province) in enumerate(REGIONS, 1):
        Region.objects.create(name=name, slug=slugify(name), province=province, position=position)
    old = Region.objects.get(slug="rijnstreek")
    old.valid_to = RIJN_GOUWE_SINCE
    old.successor = Region.objects.create(
        name="Rijn Gouwe",
        slug="rijn-gouwe",
        province="zuid-holland",
        valid_from=RIJN_GOUWE_SINCE,
        position=old.position,
    )
    old.save()


class Migration(migrations.Migration):
    dependencies = [("netwerk", "0003_timeline_append_only")]
    operations = [migrations.RunPython(load, migrations.RunPython.noop)]
