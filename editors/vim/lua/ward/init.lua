-- The language server in Neovim: 0.7 and later.
local M = {}

-- The folder of the model: the nearest one above that has a ward.toml, else that of the file.
local function root(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local found = vim.fn.findfile('ward.toml', vim.fn.escape(folder, ' ,;') .. ';')
  return found ~= '' and vim.fn.fnamemodify(found, ':p:h') or folder
end

function M.config(options)
  return vim.tbl_deep_extend('force', {
    name = 'ward',
    cmd = { 'ward', 'lsp' },
    filetypes = { 'ward' },
    root_markers = { 'ward.toml' },
  }, options or {})
end

local function client_of_library()
  local clients = vim.lsp.get_clients or vim.lsp.get_active_clients
  for _, client in ipairs(clients()) do
    if client.name == 'ward' then
      return client
    end
  end
end

-- From 0.11 on, what a client does is asked of the client itself.
local function ask(client, method, params, buffer)
  if vim.fn.has('nvim-0.11') == 1 then
    return client:request_sync(method, params, 2000, buffer)
  end
  return client.request_sync(method, params, 2000, buffer)
end

-- Files of the library are inside the program, and are read from it.
local function read_library(buffer, uri)
  local client = client_of_library()
  local reply = client and ask(client, 'ward/library', { uri = uri }, buffer)
  local text = reply and reply.result and reply.result.text
  if not text then
    vim.notify(uri .. ' can only be read while the language server runs', vim.log.levels.WARN)
    return
  end
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(text, '\n'))
  vim.bo[buffer].filetype = 'ward'
  vim.bo[buffer].buftype = 'nofile'
  vim.bo[buffer].modified = false
  vim.bo[buffer].modifiable = false
end

-- Starts the server for every model that is opened.
function M.setup(options)
  local config = M.config(options)
  local group = vim.api.nvim_create_augroup('ward', {})
  vim.api.nvim_create_autocmd('BufReadCmd', {
    group = group,
    -- before 0.11 a name with one slash after its scheme is taken for a path, and put into the current folder
    pattern = { 'ward-std:/*', '*/ward-std:/*' },
    callback = function(event)
      read_library(event.buf, event.match:match('ward%-std:.*$'))
    end,
  })
  if vim.lsp.config then
    vim.lsp.config('ward', config)
    vim.lsp.enable('ward')
    return
  end
  local clients = {}
  vim.api.nvim_create_autocmd('FileType', {
    group = group,
    pattern = 'ward',
    callback = function(event)
      local file = event.file ~= '' and event.file or vim.fn.getcwd() .. '/'
      if file:match('ward%-std:') then
        return
      end
      local start = vim.tbl_extend('force', config, { root_dir = root(file) })
      if vim.lsp.start then
        vim.lsp.start(start)
        return
      end
      local id = clients[start.root_dir]
      if not id or not vim.lsp.get_client_by_id(id) then
        id = vim.lsp.start_client(start)
        clients[start.root_dir] = id
      end
      if id then
        vim.lsp.buf_attach_client(event.buf, id)
      end
    end,
  })
end

return M
