-- Neovim without a screen, on a copy of the ventilator: messages, hover, completion, renaming and formatting through its own client.
local model = vim.env.MODEL
local failed = 0

local function check(what, holds, shown)
  if not holds then
    failed = failed + 1
    print("neovim: FAILED " .. what .. " " .. vim.inspect(shown))
  else
    print("neovim: " .. what)
  end
end

local function body()
  vim.cmd("edit " .. model .. "/ventilator.tm")
  local buffer = vim.api.nvim_get_current_buf()
  local client = vim.lsp.start_client({ name = "ward", cmd = { vim.env.WARD, "lsp", "--today", "2026-11-22" }, root_dir = model })
  vim.lsp.buf_attach_client(buffer, client)

  local function errors()
    return vim.diagnostic.get(buffer, { severity = vim.diagnostic.severity.ERROR })
  end
  local function lines()
    return vim.api.nvim_buf_get_lines(buffer, 0, -1, false)
  end
  local function find(pattern)
    for number, line in ipairs(lines()) do
      local from = line:find(pattern, 1, true)
      if from then
        return number - 1, from - 1 + #pattern
      end
    end
    error("there is no " .. pattern)
  end
  local function ask(method, more)
    local params = vim.tbl_extend("force", { textDocument = { uri = vim.uri_from_bufnr(buffer) } }, more or {})
    local replies = vim.lsp.buf_request_sync(buffer, method, params, 30000)
    local reply = replies and replies[client] or {}
    return reply.result, reply.error
  end
  local function at(pattern)
    local line, column = find(pattern)
    return { position = { line = line, character = column } }
  end

  vim.wait(20000, function()
    local known = vim.lsp.get_client_by_id(client)
    return known ~= nil and known.initialized
  end, 20)
  local hover = ask("textDocument/hover", at("data alarm_pro"))
  check("hover", hover and hover.contents.value:find("Default alarm limits", 1, true), hover)
  check("no errors at first", #errors() == 0, errors())

  local line = find("data vent_alarm")
  local before = lines()[line + 1]
  vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { (before:gsub(": Alarm ", ": Alram ")) })
  vim.wait(20000, function() return #errors() > 0 end, 20)
  check("messages", #errors() == 1 and errors()[1].message:find("Alarm", 1, true), errors())
  vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { before })
  vim.wait(20000, function() return #errors() == 0 end, 20)
  check("messages go", #errors() == 0, errors())

  vim.api.nvim_buf_set_lines(buffer, -1, -1, false, { 'data more "More" : AlarmPro' })
  local offered = ask("textDocument/completion", at('data more "More" : AlarmPro'))
  local labels = {}
  for _, item in ipairs(offered and offered.items or {}) do
    labels[item.label] = true
  end
  check("completion", labels.AlarmProfile, labels)
  vim.api.nvim_buf_set_lines(buffer, -2, -1, false, {})

  local edit = ask("textDocument/rename", vim.tbl_extend("force", at("data alarm_pro"), { newName = "ward_profile" }))
  check("rename answers", edit ~= nil, edit)
  vim.lsp.util.apply_workspace_edit(edit, "utf-16")
  vim.wait(20000, function() return vim.fn.search("ward_profile", "nw") > 0 end, 20)
  local other = table.concat(vim.fn.getbufline(vim.fn.bufnr(model .. "/device.tm"), 1, "$"), "\n")
  check("rename", table.concat(lines(), "\n"):find("data ward_profile", 1, true), nil)
  check("rename in another file", other:find("ward_profile", 1, true) and not other:find("alarm_profile]", 1, true), nil)
  check("nothing is broken", #errors() == 0, errors())

  line = find("data ward_profile")
  before = lines()[line + 1]
  vim.api.nvim_buf_set_lines(buffer, line, line + 1, false, { "   " .. before })
  vim.lsp.util.apply_text_edits(ask("textDocument/formatting", { options = { tabSize = 4, insertSpaces = true } }), buffer, "utf-16")
  check("formatting", lines()[line + 1]:sub(1, 5) == "data ", lines()[line + 1])

  local defined = ask("textDocument/definition", at("data vent_alarm \"Ventilation alarm\"") )
  check("definition answers", defined == nil or defined.uri ~= nil, defined)
  vim.lsp.stop_client(client)
end

local fine, reason = pcall(body)
if not fine then
  failed = failed + 1
  print("neovim: FAILED " .. tostring(reason))
end
print(failed == 0 and "neovim: all passed" or "neovim: failed")
print("")
vim.cmd(failed == 0 and "qall!" or "cquit!")
