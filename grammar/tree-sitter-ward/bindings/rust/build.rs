//! Compiles the generated parser and the scanner.

fn main() {
    println!("cargo:rerun-if-changed=src");
    cc::Build::new()
        .std("c11")
        .include("src")
        .file("src/parser.c")
        .file("src/scanner.c")
        .warnings(true)
        .compile("tree-sitter-ward");
}
