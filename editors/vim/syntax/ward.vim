" Ward threat models. There are no reserved words: each is asked what stands before and after it.
if exists('b:current_syntax')
  finish
endif
let s:cpo = &cpo
set cpo&vim

syn iskeyword @,48-57,_,192-255

" ---------------------------------------------------------------- names and values

syn match wardName /\K\k*/
syn match wardCall /\K\k*\ze\s*(/
syn match wardNumber /\<\d\+/
syn match wardDate /\<\d\{4}-\d\d-\d\d/
syn match wardOperator /<->\|->\|[=!<>]=\|[<>=@]/

" generated: literal
syn match wardLiteral /\v[.[:alnum:]_]@1<!%(yes|no|unknown)>%(\s*[.:("])@!/
" end of generated
" generated: operator
syn match wardWordOperator /\v[.[:alnum:]_]@1<!%(and|or|not|in|is)>\ze%(\s+[[:alpha:]_0-9(["]|\s*$)/
" end of generated
" generated: quantifier
syn match wardQuantifier /\v[.[:alnum:]_]@1<!%(any|all|count|each)>\ze\s+\K\k*\s+in>/
" end of generated
syn match wardLink /\v%(<%(applies|mitigated|satisfied)\s+)@40<=when>/
syn match wardLink /\v%(%(^|[{,])\s*|[])"[:alnum:]_]\s+)@80<=%(where|over)>\ze%(\s+[[:alpha:]_0-9(["]|\s*$)/
syn match wardLink /\v<%(one|list)>\ze\s+of>/
syn match wardLink /\v%(<%(one|list)\s+)@20<=of>/

" ---------------------------------------------------------------- members

syn match wardAttribute /\v%(%(^|[{,])\s*)@80<=\K\k*\ze\s*:/
syn match wardValue /\v%(%(^|[{,])\s*)@80<=\K\k*\ze\s+"/
" generated: member
syn match wardMember /\v%(%(^|[{,])\s*)@80<=%(flow|import|extend|attribute|define|respond|answer|assert|test|expect|for|applies|mitigated|satisfied|provides)>\ze\s+\K/
" end of generated
syn match wardMember /\v%(%(^|[{,])\s*)@80<=%(import|answer|assert|test)>\ze\s+"/
syn match wardMember /\v%(%(^|[{,])\s*)@80<=provides>\ze\s*\{/
" generated: table
syn match wardTable /\v%(%(^|[{,])\s*)@80<=%(start|reduces|severities|matrix)>\ze\s*\{/
" end of generated
syn match wardFlowName /\v%(<flow\s+)@20<=\K\k*/
syn match wardLink /\v%(<attribute\s.*:.*\K\k*\s+)@120<=type>/
" generated: declaration
syn match wardDeclaration /\v%(%(^|[{,])\s*)@80<=%(system|actor|external|process|store|port|boundary|data|control|harm|assumption|section|type|enum|scale|category|pack|rule|standard|clause|view|scheme|factor)>\ze\s+\K/ nextgroup=wardDeclared skipwhite
" end of generated
syn match wardDeclared /\K\k*/ contained nextgroup=wardTitle,wardColon skipwhite
syn region wardTitle start=/"/ skip=/\\./ end=/"\|$/ contained contains=wardEscape,wardPlaceholder,@Spell nextgroup=wardColon skipwhite
syn match wardColon /:/ contained nextgroup=wardType skipwhite
syn match wardType /\K\k*\%(\.\K\k*\)*/ contained

" ---------------------------------------------------------------- texts and comments

syn region wardText start=/"/ skip=/\\./ end=/"\|$/ contains=wardEscape,wardPlaceholder,@Spell
syn region wardText start=/"""/ end=/"""/ contains=wardPlaceholder,@Spell
syn match wardEscape /\\\%([nt"\\]\|u{\x\+}\)/ contained
syn match wardPlaceholder /{\K\k*\%(\.\K\k*\)*}/ contained
syn keyword wardTodo TODO FIXME XXX contained
syn match wardComment +//.*$+ contains=wardTodo,@Spell
syn match wardDocComment +///.*$+ contains=wardTodo,@Spell
syn sync minlines=100

hi def link wardAttribute Identifier
hi def link wardCall Function
hi def link wardComment Comment
hi def link wardDate Number
hi def link wardDeclaration Structure
hi def link wardDeclared Typedef
hi def link wardDocComment SpecialComment
hi def link wardEscape SpecialChar
hi def link wardFlowName Function
hi def link wardLink Keyword
hi def link wardLiteral Boolean
hi def link wardMember Statement
hi def link wardNumber Number
hi def link wardOperator Operator
hi def link wardPlaceholder Special
hi def link wardQuantifier Repeat
hi def link wardTable Statement
hi def link wardText String
hi def link wardTitle String
hi def link wardTodo Todo
hi def link wardType Type
hi def link wardValue Constant
hi def link wardWordOperator Operator

let b:current_syntax = 'ward'
let &cpo = s:cpo
unlet s:cpo
