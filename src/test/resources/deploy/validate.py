"""Checks JSON documents against botocore's models of AWS' calls: arguments are service, operation and file, over and over."""

import json
import sys

from botocore.session import get_session
from botocore.validate import ParamValidator

session = get_session()
faulty = False
for service, operation, path in zip(*[iter(sys.argv[1:])] * 3):
    shape = session.get_service_model(service).operation_model(operation).input_shape
    with open(path, encoding="utf-8") as document:
        report = ParamValidator().validate(json.load(document), shape)
    if report.has_errors():
        faulty = True
        print(path + ": " + report.generate_report())
sys.exit(1 if faulty else 0)
