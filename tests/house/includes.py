#!/usr/bin/env python3
# SPDX-FileCopyrightText: The Badgewright developers
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the includes of every library against its CMake links.

A folder may include its own headers and those of the libraries it links, directly or through them. Qt modules count
too: a target that links only Qt6::Core still accepts <QtWidgets/QWidget>, so the compiler does not notice.
usage: includes.py SOURCE_DIR
"""
import pathlib
import re
import sys

root = pathlib.Path(sys.argv[1])
# Headers without a module prefix that belong to a module above Core; enough of each to notice a wrong arrow.
QT_CLASSES = {
    "Qt6::Widgets": {"QWidget", "QDialog", "QMessageBox", "QMainWindow", "QApplication", "QLabel", "QPushButton", "QTableView"},
    "Qt6::Gui": {"QImage", "QImageReader", "QPainter", "QPixmap", "QColor", "QGuiApplication", "QFont"},
    "Qt6::Network": {"QNetworkAccessManager", "QNetworkReply", "QNetworkRequest", "QTcpSocket", "QTcpServer", "QSslSocket"},
    "Qt6::Sql": {"QSqlDatabase", "QSqlQuery", "QSqlError"},
    "Qt6::Svg": {"QSvgRenderer"},
}
BROUGHT = {"Qt6::Widgets": {"Qt6::Gui"}, "Qt6::Svg": {"Qt6::Gui"}, "Qt6::Charts": {"Qt6::Widgets", "Qt6::Gui"}}
LIBRARY = re.compile(r"badgewright_library\(\s*(\w+)(.*?)\)", re.S)
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^">]+)[">]', re.M)

folders, links = {}, {}
for cmake in [*root.glob("src/*/CMakeLists.txt"), *root.glob("ui/**/CMakeLists.txt")]:
    for name, arguments in LIBRARY.findall(cmake.read_text()):
        folders[name] = cmake.parent
        links[name] = {word.removeprefix("badgewright_") for word in arguments.split()}


def reach(name, seen=None):
    seen = set() if seen is None else seen
    for link in links.get(name, set()) | BROUGHT.get(name, set()):
        if link not in seen:
            seen.add(link)
            reach(link, seen)
    return seen


def library_of(include):
    """The library whose folder holds the included header, by the longest folder that fits."""
    best = None
    for name, folder in folders.items():
        for base in (root / "src", root):
            try:
                prefix = folder.relative_to(base).as_posix() + "/"
            except ValueError:
                continue
            if include.startswith(prefix) and (best is None or len(prefix) > len(best[1])):
                best = (name, prefix)
    return best and best[0]


faults = []
for name, folder in folders.items():
    allowed = reach(name) | {name}
    inner = [other for other_name, other in folders.items() if other_name != name and folder in other.parents]
    for source in [*folder.rglob("*.h"), *folder.rglob("*.cpp")]:
        if any(other in source.parents for other in inner):
            continue
        for mark, include in INCLUDE.findall(source.read_text()):
            where = f"{source.relative_to(root)}: includes {include}"
            if mark == '"':
                owner = library_of(include)
                if owner and owner not in allowed:
                    faults.append(f"{where}, but {name} does not link {owner}")
            elif "/" in include and include.split("/")[0].startswith("Qt"):
                faults.append(f"{where}: name the class without its module, so that the links decide")
            else:
                for module, classes in QT_CLASSES.items():
                    if include in classes and module not in allowed:
                        faults.append(f"{where}, but {name} does not link {module}")

for fault in faults:
    print(fault)
if not folders:
    sys.exit("no libraries found: is the source folder right?")
print(f"{len(folders)} libraries looked at, {len(faults)} faults")
sys.exit(1 if faults else 0)
