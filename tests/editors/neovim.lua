-- The language server as editors/vim sets it up: messages arrive, and a file of the library is read from inside the program.
-- usage: nvim --headless -u NONE -i NONE -c 'luafile tests/editors/neovim.lua'      WARD: the program
vim.cmd('set runtimepath^=' .. vim.fn.getcwd() .. '/editors/vim')
vim.cmd('filetype plugin indent on')

local function wait(what, condition)
  if not vim.wait(20000, condition, 50) then
    io.stderr:write('waited in vain for ' .. what .. '\n')
    vim.cmd('cquit')
  end
end

require('ward').setup({ cmd = { vim.env.WARD, 'lsp' } })
vim.cmd('edit examples/ventilator/device.tm')
local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end
wait('the server', function()
  return #clients() == 1 and clients()[1].initialized ~= false
end)
wait('messages', function()
  return #vim.diagnostic.get(0) > 0
end)
wait('the root of the model', function()
  return clients()[1].config.root_dir:match('examples/ventilator$') ~= nil
end)
vim.cmd('edit ward-std:/core.tm')
wait('the library', function()
  return vim.api.nvim_buf_line_count(0) > 100
end)
assert(vim.bo.filetype == 'ward' and not vim.bo.modifiable and not vim.bo.modified)
local version = vim.version()
print(string.format('Neovim %d.%d: the server answers\n', version.major, version.minor))
vim.cmd('qall!')
