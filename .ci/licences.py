#!/usr/bin/env python3
"""Fails when a dependency's licence is not on the list of permissive ones."""
import json
import re
import subprocess
import sys

ALLOWED = {"MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "Unicode-3.0",
           "Unlicense", "0BSD", "CC0-1.0", "BSL-1.0", "MIT-0"}
# Crates that name a licence file instead of an identifier; the files were read.
FILES = {"graphviz-rust": "MIT", "dot-generator": "MIT", "dot-structures": "MIT", "into-attr": "MIT", "into-attr-derive": "MIT"}


def permitted(expression: str) -> bool:
    expression = expression.replace("/", " OR ")
    either = re.split(r"\s+OR\s+", expression.replace("(", "").replace(")", ""))
    return any(all(part.strip() in ALLOWED for part in re.split(r"\s+AND\s+", choice)) for choice in either)


packages = {}
for manifest in ["Cargo.toml", "tests/grammar/Cargo.toml"]:
    command = ["cargo", "metadata", "--locked", "--format-version", "1", "--manifest-path", manifest]
    packages.update((package["id"], package) for package in json.loads(subprocess.check_output(command))["packages"])
bad = []
for package in packages.values():
    licence = package["license"] or FILES.get(package["name"], "")
    if not permitted(licence):
        bad.append(f"{package['name']} {package['version']}: {licence or 'no licence'}")
print(f"{len(packages)} packages")
if bad:
    sys.exit("not permitted:\n" + "\n".join(bad))
