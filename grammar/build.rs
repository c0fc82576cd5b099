//! Generates the parser from `grammar/tm.lalrpop` into `$OUT_DIR/tm.rs`.

fn main() {
    lalrpop::Configuration::new()
        .set_in_dir("grammar")
        .set_out_dir(std::env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"))
        .emit_rerun_directives(true)
        .process()
        .expect("the grammar is an LR(1) grammar");
}
