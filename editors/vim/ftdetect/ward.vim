" Vim and Neovim take .tm for Tcl. `set filetype` and not `setfiletype`, since Tcl was there first.
autocmd BufNewFile,BufRead *.tm set filetype=ward
