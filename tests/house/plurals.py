#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Badgewright developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the plural texts of the code against the English messages, which are written by hand.

Without its entry a text shows as it stands in the code: "1 badge(s)". lupdate does not find the contexts, which are whole
class names in nested namespaces, so they are found here: by the class whose function the text stands in, or by the
Q_DECLARE_TR_FUNCTIONS of the struct that is asked for it.
usage: plurals.py SOURCE_DIR
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

root = pathlib.Path(sys.argv[1])
STRING = r'"(?:[^"\\]|\\.)*"'
PLURAL = re.compile(r'(?:\b(\w+)::)?\btr\(\s*((?:' + STRING + r'\s*)+),\s*(?:nullptr|' + STRING + r')\s*,', re.S)
DECLARED = re.compile(r'(?:class|struct) (\w+)[^;{]*\{[^{}]*?Q_DECLARE_TR_FUNCTIONS\(([\w:]+)\)', re.S)
# Where a text may stand: a function of a class outside of it, or the class itself.
PLACE = re.compile(r'^(?:[^\s#/}][^\n;=(]*?[\s*&])?(\w+)::~?\w+\(|^(?:class|struct) (\w+)[^;\n]*$', re.M)
NAMESPACE = re.compile(r'^namespace ([\w:]+) \{', re.M)


def text_of(literals):
    text = "".join(literal[1:-1] for literal in re.findall(STRING, literals))
    return re.sub(r'\\(.)', lambda escape: {"n": "\n", "t": "\t"}.get(escape[1], escape[1]), text)


files = sorted(path for folder in ("src", "ui", "app") for path in (root / folder).rglob("*") if path.suffix in (".h", ".cpp"))
code = {path: path.read_text() for path in files}
headers = {}
for path, text in code.items():
    if path.suffix == ".h":
        headers.setdefault(path.parent, {}).update(DECLARED.findall(text))
everywhere = {name: context for of_folder in headers.values() for name, context in of_folder.items()}

used = {}
for path, text in code.items():
    contexts = everywhere | headers.get(path.parent, {}) | dict(DECLARED.findall(text))
    for found in PLURAL.finditer(text):
        before = text[: found.start()]
        owner = found[1]
        if not owner:
            places = PLACE.findall(before)
            owner = places[-1][0] or places[-1][1] if places else ""
        spaces = NAMESPACE.findall(before)
        context = contexts.get(owner) or "::".join([*spaces[:1], owner])
        line = before.count("\n") + 1
        used[(context, text_of(found[2]))] = f"{path.relative_to(root)}:{line}"

known, faults = set(), []
for context in ElementTree.parse(root / "translations" / "badgewright_en.ts").getroot().iter("context"):
    for message in context.iter("message"):
        key = (context.findtext("name"), message.findtext("source"))
        if key in known:
            faults.append(f"twice in the messages: {key[0]}: {key[1]!r}")
        known.add(key)
        forms = [form.text or "" for form in message.iter("numerusform")]
        if message.get("numerus") != "yes" or len(forms) != 2 or not all(forms) or any("(s)" in form for form in forms):
            faults.append(f"no two forms: {key[0]}: {key[1]!r}")
faults += [f"{where}: no English plural of {key[1]!r} in the context {key[0]}" for key, where in used.items() if key not in known]
faults += [f"nobody says it: {context}: {text!r}" for context, text in sorted(known - used.keys())]
if not used:
    faults.append("no plural text was found")
for fault in faults:
    print(fault)
print(f"{len(used)} plural texts, {len(faults)} faults")
sys.exit(bool(faults))
