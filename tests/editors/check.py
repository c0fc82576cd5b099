#!/usr/bin/env python3
"""Holds what an editor said of each token to what the parser read.

usage: check.py vim|emacs SAID
"""
import sys

# What a token may be coloured as. A keyword is never a plain name, and a name never a keyword.
KEYWORDS = {
    "vim": {"wardDeclaration", "wardMember", "wardTable", "wardLink", "wardWordOperator", "wardQuantifier", "wardLiteral"},
    "emacs": {"font-lock-keyword-face", "font-lock-constant-face"},
}
TEXTS = {"vim": {"wardText", "wardTitle"}, "emacs": {"font-lock-string-face"}}
COMMENTS = {"vim": {"wardComment", "wardDocComment"}, "emacs": {"font-lock-comment-face", "font-lock-comment-delimiter-face"}}
NUMBERS = {"vim": {"wardNumber", "wardDate"}, "emacs": {"font-lock-constant-face"}}
NAMES = {
    "vim": {"wardName", "wardCall", "wardAttribute", "wardValue", "wardFlowName", "wardDeclared", "wardType"},
    "emacs": {"", "font-lock-variable-name-face", "font-lock-constant-face", "font-lock-function-name-face", "font-lock-type-face"},
}
TYPES = {"vim": "ward\t// %s", "emacs": "ward-mode\t// "}


def permitted(editor: str, kind: str) -> set[str] | None:
    match kind:
        case "keyword":
            return KEYWORDS[editor]
        case "text" | "text_block":
            return TEXTS[editor]
        case "comment" | "doc_comment":
            return COMMENTS[editor]
        case "integer" | "date":
            return NUMBERS[editor]
        case "identifier":
            return NAMES[editor]
        case _:
            return None


def main() -> None:
    editor, said = sys.argv[1:]
    files, tokens, faults = set(), 0, []
    texts: dict[str, bytes] = {}
    for line in open(said, encoding="utf-8"):
        what, path, *rest = line.rstrip("\n").split("\t")
        if what == "type":
            files.add(path)
            texts[path] = open(path, "rb").read()
            if "\t".join(rest) != TYPES[editor]:
                faults.append(f"{path}: is taken for {rest}")
        elif what == "indent":
            faults.append(f"{path}:{rest[0]}: is indented as `{rest[1]}`")
        else:
            start, end, kind, group = int(rest[0]), int(rest[1]), rest[2], rest[3]
            tokens += 1
            allowed = permitted(editor, kind)
            if allowed is not None and group not in allowed:
                word = texts[path][start:end][:40].decode(errors="replace")
                number = texts[path][:start].count(b"\n") + 1
                faults.append(f"{path}:{number}: {kind} `{word}` is {group or 'not coloured'}")
    for fault in faults[:40]:
        print(fault)
    print(f"{editor}: {len(files)} files, {tokens} tokens, {len(faults)} faults")
    sys.exit(1 if faults or not tokens else 0)


main()
