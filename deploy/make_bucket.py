# SPDX-License-Identifier: EUPL-1.2
"""Make the bucket for uploaded files, and open only what editors publish.

Attachments of dossiers (`private/`) stay closed: they go through the portal, which asks who may.
"""

import json
import os

import boto3
from botocore.exceptions import ClientError


def main() -> None:
    """Make the bucket when it is not there, and set its policy."""
    bucket = os.environ["MEDIA_S3_BUCKET"]
    client = boto3.client("s3", endpoint_url=os.environ.get("MEDIA_S3_ENDPOINT") or None)
    try:
        client.head_bucket(Bucket=bucket)
    except ClientError:
        client.create_bucket(Bucket=bucket)
    statement = {
        "Effect": "Allow",
        "Principal": "*",
        "Action": "s3:GetObject",
        "Resource": f"arn:aws:s3:::{bucket}/media/*",
    }
    policy = {"Version": "2012-10-17", "Statement": [statement]}
    client.put_bucket_policy(Bucket=bucket, Policy=json.dumps(policy))
    print(f"Bucket {bucket} is ready.")


if __name__ == "__main__":
    main()
