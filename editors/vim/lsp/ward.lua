-- Neovim 0.11 finds this by itself: vim.lsp.enable('ward').
return require('ward').config()
