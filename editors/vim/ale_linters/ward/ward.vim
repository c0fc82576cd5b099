" Language: Ward, threat models of medical devices: its language server, for ALE
" License:  MIT OR Apache-2.0

call ale#Set('ward_executable', 'ward')

function! ale_linters#ward#ward#Root(buffer) abort
  let l:manifest = ale#path#FindNearestFile(a:buffer, 'ward.toml')
  return empty(l:manifest) ? fnamemodify(bufname(a:buffer), ':p:h') : fnamemodify(l:manifest, ':h')
endfunction

call ale#linter#Define('ward', {
\   'name': 'ward',
\   'lsp': 'stdio',
\   'executable': {buffer -> ale#Var(buffer, 'ward_executable')},
\   'command': '%e lsp',
\   'project_root': function('ale_linters#ward#ward#Root'),
\})
