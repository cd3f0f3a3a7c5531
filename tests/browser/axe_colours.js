// SPDX-License-Identifier: EUPL-1.2
// axe reads a page's few dozen colours thousands of times, each time with a whole library of colours: a
// quarter of its work. What cannot be read throws as before, and is not kept.
{
  const known = new Map();
  const reading = axe.commons.color.Color.prototype;
  const read = reading.parseString;
  reading.parseString = function (text) {
    if (known.has(text)) {
      [this.r, this.g, this.b, this.alpha] = known.get(text);
    } else {
      read.call(this, text);
      known.set(text, [this.r, this.g, this.b, this.alpha]);
    }
    return this;
  };
}
