" Ward threat models: as `ward fmt` indents them.
if exists('b:did_indent')
  finish
endif
let b:did_indent = 1

setlocal indentexpr=WardIndent(v:lnum)
setlocal indentkeys=0{,0},0[,0],0(,0),!^F,o,O,e
setlocal nosmartindent
let b:undo_indent = 'setlocal indentexpr< indentkeys< smartindent<'

if exists('*WardIndent')
  finish
endif

" Texts and comments, which may have brackets of their own.
function s:Code(lnum)
  let line = substitute(getline(a:lnum), '"""\|"\%([^"\\]\|\\.\)*"', '""', 'g')
  return substitute(line, '//.*$', '', '')
endfunction

" Whether a line begins inside a text of several lines. Syntax items know it, too, but would be read anew for each line that is indented.
function s:InText(lnum)
  let inside = 0
  for lnum in b:ward_blocks
    if lnum >= a:lnum
      break
    endif
    let inside = (inside + len(split(getline(lnum), '"""', 1)) - 1) % 2
  endfor
  return inside
endfunction

" The nearest line above that has code and does not stand in a text.
function s:Above(lnum)
  let above = prevnonblank(a:lnum - 1)
  while above > 0 && (s:InText(above) || s:Code(above) =~# '^\s*$')
    let above = prevnonblank(above - 1)
  endwhile
  return above
endfunction

" Whether a line goes on with the one above it, beside an operator.
let s:begins = '\v^\s*%(<%(and|or|in|is|where|over|not)>\s+[[:alnum:]_(["]|-\>|\<-\>|[=!<>]\=|[<>=@.])'
let s:ends = '\v%(<%(and|or|not|in|is|where|when|over)|-\>|[=<>@.])\s*$'
function s:GoesOn(lnum)
  if s:Code(a:lnum) =~# s:begins
    return 1
  endif
  let above = s:Above(a:lnum)
  return above > 0 && s:Code(a:lnum) !~# '^\s*$' && s:Code(above) =~# s:ends
endfunction

" The bracket that is open at a place, as line and column of its line's code; [0, 0] where none is. A line that begins with a word at the
" margin stands in nothing, so nothing above it is read.
function s:Open(lnum, column)
  let lnum = a:lnum
  let code = strpart(s:Code(lnum), 0, a:column - 1)
  let closed = 0
  while 1
    for column in range(len(code), 1, -1)
      let mark = code[column - 1]
      if mark =~# '[]})]'
        let closed += 1
      elseif mark =~# '[[({]'
        if closed == 0
          return [lnum, column]
        endif
        let closed -= 1
      endif
    endfor
    if code =~# '^\K' && closed == 0
      return [0, 0]
    endif
    let lnum = s:Above(lnum)
    if lnum == 0
      return [0, 0]
    endif
    let code = s:Code(lnum)
  endwhile
endfunction

" How far the line stands in that the closing bracket lines up with.
function s:BracketIndent(open)
  let [lnum, column] = a:open
  if s:Code(lnum)[column - 1] !=# '{'
    return indent(lnum)
  endif
  " a body belongs to its declaration, even where that runs over several lines
  return min([indent(lnum), s:Inside(s:Open(lnum, column))])
endfunction

function s:Inside(open)
  return a:open[0] == 0 ? 0 : s:BracketIndent(a:open) + shiftwidth()
endfunction

function WardIndent(lnum)
  let b:ward_blocks = filter(range(1, line('$')), 'stridx(getline(v:val), "\"\"\"") >= 0')
  if s:InText(a:lnum)
    return -1
  endif
  let closers = matchend(s:Code(a:lnum), '^\s*[]})]\+')
  let open = s:Open(a:lnum, closers < 0 ? 1 : closers)
  let in_brackets = open[0] > 0 && s:Code(open[0])[open[1] - 1] !=# '{'
  if closers >= 0
    let indent = s:BracketIndent(open)
  else
    let indent = s:Inside(open) + (!in_brackets && s:GoesOn(a:lnum) ? shiftwidth() : 0)
  endif
  return indent
endfunction
