" Vim syntax file for tms. Written by `tms docs vim`; a test compares it.
if exists('b:current_syntax')
  finish
endif

syntax case ignore
syntax iskeyword @,48-57,_,-,.,/,@-@,:,+,#,39,128-255

syntax match tmsComment /\k\@1<!#\%(\s.*\)\?$/ contains=@Spell
syntax match tmsComment /\%1l^#!.*/
syntax region tmsString start=/"/ skip=/\\./ end=/"/ end=/$/ contains=tmsEscape,tmsBadEscape,tmsFill
syntax region tmsString start=/\%(\k\&[^']\)\@1<!'/ end=/'/ end=/$/
syntax match tmsBadEscape /\\./ contained
syntax match tmsEscape /\\[nt"\\{]/ contained
syntax match tmsEscape /\\u{\x\+}/ contained
syntax region tmsFill matchgroup=tmsFillMark start=/{/ end=/}/ end=/$/ contained contains=@tmsLine
syntax match tmsVariable /\$[[:alpha:]_][[:alnum:]_]*\%(\.[[:alpha:]_][[:alnum:]_]*\)*/ nextgroup=tmsUnit skipwhite
syntax match tmsVariable /\<@\d\+\%(-\d\+\)\?\>/
syntax match tmsNumber /\<\%(0\|-\?[1-9]\d\{,14}\|-\?\%(0\|[1-9]\d*\)\.\d*[1-9]\)\>/ nextgroup=tmsUnit skipwhite
syntax match tmsDate /\<\d\{4}-\d\d-\d\d\%(\s\+\d\d:\d\d\%(:\d\d\)\?\)\?\>/
syntax match tmsUnit /\<\%(s\|sec\|secs\|second\|seconds\|min\|mins\|minute\|minutes\|h\|hr\|hrs\|hour\|hours\|d\|day\|days\|w\|week\|weeks\|calls\)\>/ contained
syntax match tmsUnit /)\@1<=\s\+\<\%(s\|sec\|secs\|second\|seconds\|min\|mins\|minute\|minutes\|h\|hr\|hrs\|hour\|hours\|d\|day\|days\|w\|week\|weeks\)\>/
syntax match tmsDateWord /\<\%(today\|yesterday\|monday\|tuesday\|wednesday\|thursday\|friday\|saturday\|sunday\|ago\|last\|this\|week\|month\)\>/
syntax match tmsConstant /\<\%(true\|false\|empty\)\>/
syntax match tmsStatus /\<\%(pending\|notfound\|transit\|pickup\|delivered\|undelivered\|exception\|expired\|not-found\|in-transit\|out-for-delivery\|failed-attempt\)\>/ contained
syntax match tmsOperator /\<\%(and\|or\|not\|in\|is\|contains\|starts\|with\|ends\|matches\|over\|under\|before\|after\|since\)\>/
syntax match tmsOperator /==\|!=\|<=\|>=\|??\|[=<>*%]\|\s\@1<=\%([-+/]\|\.\.\)\ze\s/
syntax match tmsName /\<[[:alpha:]_][[:alnum:]_]*\ze(/
syntax match tmsFunction /\<\%(len\|text\|number\|date\|upper\|lower\|trim\|split\|join\|replace\|numbers\|slice\|round\|floor\|ceil\|abs\|min\|max\|sum\|now\|today\|days\|day\|week\|month\|ago\|format\|keys\|values\|ask\|confirm\)\ze(/
syntax region tmsParenthesis start=/(/ end=/)/ transparent contains=@tmsLine
syntax region tmsBracket start=/\[/ end=/\]/ transparent contains=tmsComment,@tmsValue,tmsKey
syntax match tmsKey /\<[[:alpha:]_][[:alnum:]_]*:\ze\s/ contained
syntax match tmsParameter /\<[[:alpha:]_][[:alnum:]_]*\s*:\s*\<\%(text\|number\|boolean\|date\|duration\|carrier\|country\|status\|language\|parcel\|email\|phone\|file\|record\)\>/ contains=tmsKind
syntax match tmsKind /\<\%(text\|number\|boolean\|date\|duration\|carrier\|country\|status\|language\|parcel\|email\|phone\|file\|record\)\>/ contained
syntax match tmsText /'\@!\k\+/ contained contains=tmsNumber,tmsDate
syntax match tmsTexts /'\@!\k\+/ contained contains=tmsNumber,tmsDate nextgroup=tmsTextComma skipwhite
syntax match tmsTextComma /,/ contained nextgroup=tmsTexts skipwhite
syntax match tmsStatuses /'\@!\k\+/ contained contains=tmsStatus nextgroup=tmsStatusComma skipwhite
syntax match tmsStatusComma /,/ contained nextgroup=tmsStatuses skipwhite
syntax cluster tmsValue contains=tmsString,tmsVariable,tmsNumber,tmsDate,tmsDateWord,tmsUnit,tmsConstant,tmsName,tmsFunction,tmsParenthesis,tmsBracket

syntax region tms_undo matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<undo\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_unarchive_label_one /\<\%(via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_unarchive_label_one tmsLabel
syntax region tms_unarchive matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<unarchive\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_unarchive_label.*
syntax match tms_track_label_flag /\<\%(exact\)\>/ contained
highlight default link tms_track_label_flag tmsLabel
syntax match tms_track_label_file /\<\%(from\|separator\|encoding\|dates\|decimals\)\>/ contained
highlight default link tms_track_label_file tmsSource
syntax match tms_track_label_column /\<\%(number\)\>/ contained
highlight default link tms_track_label_column tmsLabel
syntax match tms_track_label_time /\<\%(ordered\|shipped\)\>/ contained
highlight default link tms_track_label_time tmsLabel
syntax match tms_track_label_one /\<\%(via\|to\|title\|channel\|customer\|email\|phone\|order\|postcode\|account\|country\|lang\|note\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_track_label_one tmsLabel
syntax region tms_track matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<track\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_track_label.*
syntax region tms_tour matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<tour\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_show_label_one /\<\%(via\|lang\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_show_label_one tmsLabel
syntax region tms_show matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<show\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_show_label.*
syntax region tms_settings matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<settings\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_runs matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<runs\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_run matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<run\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_resume matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<resume\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_reply_label_one /\<\%(lang\|to\|via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_reply_label_one tmsLabel
syntax region tms_reply matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<reply\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_reply_label.*
syntax match tms_refresh_label_flag /\<\%(exact\)\>/ contained
highlight default link tms_refresh_label_flag tmsLabel
syntax match tms_refresh_label_time /\<\%(shipped\|ordered\)\>/ contained
highlight default link tms_refresh_label_time tmsLabel
syntax match tms_refresh_label_one /\<\%(via\|to\|postcode\|country\|account\|lang\|order\|note\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_refresh_label_one tmsLabel
syntax region tms_refresh matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<refresh\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_refresh_label.*
syntax region tms_redo matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<redo\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_profile matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<profile\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_next matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<next\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_mark_label_flag /\<\%(delivered\|exception\|restored\)\>/ contained
highlight default link tms_mark_label_flag tmsLabel
syntax match tms_mark_label_one /\<\%(via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_mark_label_one tmsLabel
syntax region tms_mark matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<mark\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_mark_label.*
syntax match tms_list_label_flag /\<\%(archived\|unarchived\)\>/ contained
highlight default link tms_list_label_flag tmsLabel
syntax match tms_list_label_time /\<\%(created\|updated\|ordered\)\>/ contained
highlight default link tms_list_label_time tmsLabel
syntax match tms_list_label_status /\<\%(status\)\>/ contained nextgroup=tmsStatuses skipwhite
highlight default link tms_list_label_status tmsLabel
syntax match tms_list_label_list /\<\%(numbers\|orders\|via\)\>/ contained nextgroup=tmsTexts skipwhite
highlight default link tms_list_label_list tmsLabel
syntax match tms_list_label_one /\<\%(lang\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_list_label_one tmsLabel
syntax region tms_list matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<list\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_list_label.*
syntax region tms_history matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<history\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_help matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<help\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_find matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<find\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_edit_label_one /\<\%(via\|title\|channel\|customer\|email\|phone\|order\|to\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_edit_label_one tmsLabel
syntax region tms_edit matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<edit\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_edit_label.*
syntax match tms_detect_label_one /\<\%(lang\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_detect_label_one tmsLabel
syntax region tms_detect matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<detect\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_detect_label.*
syntax match tms_delete_label_one /\<\%(via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_delete_label_one tmsLabel
syntax region tms_delete matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<delete\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_delete_label.*
syntax region tms_copy matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<copy\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_carriers_label_one /\<\%(matching\|lang\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_carriers_label_one tmsLabel
syntax region tms_carriers matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<carriers\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_carriers_label.*
syntax region tms_call matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<call\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_browse matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<browse\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_back matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<back\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_archive_label_one /\<\%(via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_archive_label_one tmsLabel
syntax region tms_archive matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<archive\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_archive_label.*
syntax region tms_apply matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<apply\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_air_label_one /\<\%(lang\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_air_label_one tmsLabel
syntax region tms_air matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<air\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_air_label.*
syntax region tms_account matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<account\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_what_is matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<what\s\+is\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_transit_time_label_list /\<\%(to\)\>/ contained nextgroup=tmsTexts skipwhite
highlight default link tms_transit_time_label_list tmsLabel
syntax match tms_transit_time_label_one /\<\%(from\|via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_transit_time_label_one tmsLabel
syntax region tms_transit_time matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<transit\s\+time\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_transit_time_label.*
syntax match tms_stop_updating_label_one /\<\%(via\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_stop_updating_label_one tmsLabel
syntax region tms_stop_updating matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<stop\s\+updating\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_stop_updating_label.*
syntax match tms_sandbox_webhook_label_flag /\<\%(remote\)\>/ contained
highlight default link tms_sandbox_webhook_label_flag tmsLabel
syntax region tms_sandbox_webhook matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+webhook\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_sandbox_webhook_label.*
syntax region tms_sandbox_status matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+status\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_sandbox_reset_label_one /\<\%(parcels\|seed\|quota\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_sandbox_reset_label_one tmsLabel
syntax region tms_sandbox_reset matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+reset\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_sandbox_reset_label.*
syntax region tms_sandbox_points matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+points\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_sandbox_fail_label_flag /\<\%(always\|one\|batch\)\>/ contained
highlight default link tms_sandbox_fail_label_flag tmsLabel
syntax match tms_sandbox_fail_label_time /\<\%(for\|by\)\>/ contained
highlight default link tms_sandbox_fail_label_time tmsLabel
syntax match tms_sandbox_fail_label_one /\<\%(times\|in\|after\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_sandbox_fail_label_one tmsLabel
syntax region tms_sandbox_fail matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+fail\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_sandbox_fail_label.*
syntax region tms_sandbox_behave matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+behave\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax region tms_sandbox_advance matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<sandbox\s\+advance\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_remote_area_label_one /\<\%(for\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_remote_area_label_one tmsLabel
syntax region tms_remote_area matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<remote\s\+area\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_remote_area_label.*
syntax region tms_what_is_in matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<what\s\+is\s\+in\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue
syntax match tms_count_by_status_label_time /\<\%(created\|ordered\)\>/ contained
highlight default link tms_count_by_status_label_time tmsLabel
syntax region tms_count_by_status matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<count\s\+by\s\+status\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_count_by_status_label.*
syntax match tms_change_carrier_of_label_one /\<\%(from\|to\)\>/ contained nextgroup=tmsText skipwhite
highlight default link tms_change_carrier_of_label_one tmsLabel
syntax region tms_change_carrier_of matchgroup=tmsVerb start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<change\s\+carrier\s\+of\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_change_carrier_of_label.*
syntax region tms_show start=/\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\ze\<\%(\d\{4}-\d\d-\d\d\>\)\@!\%([a-z_-]*\d\)\@=[a-z0-9_-]\{5,}\>\%(\s*\%([*%=<>!?]\|[-+/]\s\|\.\.\)\)\@!/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/,\@1<!$/ transparent contains=@tmsValue,tms_show_label.*
syntax cluster tmsLine contains=tmsComment,@tmsValue,tmsParameter,tmsOperator,tmsPartner,tmsSource,tmsStatement,tmsStageRegion,tmsPipe,tms_change_carrier_of,tms_count_by_status,tms_what_is_in,tms_remote_area,tms_sandbox_advance,tms_sandbox_behave,tms_sandbox_fail,tms_sandbox_points,tms_sandbox_reset,tms_sandbox_status,tms_sandbox_webhook,tms_stop_updating,tms_transit_time,tms_what_is,tms_account,tms_air,tms_apply,tms_archive,tms_back,tms_browse,tms_call,tms_carriers,tms_copy,tms_delete,tms_detect,tms_edit,tms_find,tms_help,tms_history,tms_list,tms_mark,tms_next,tms_profile,tms_redo,tms_refresh,tms_reply,tms_resume,tms_run,tms_runs,tms_settings,tms_show,tms_tour,tms_track,tms_unarchive,tms_undo

syntax match tmsPartner /\<\%(else\|otherwise\|in\|one\|by\|only\|calls\|quota\)\>/
syntax match tmsSource /\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<\%(open\|those\)\>/
syntax match tmsStatement /\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<\%(let\|for\|if\|while\|define\|try\|print\|expect\|fail\|plan\|explain\|curl\|wait\|limit\|exit\|return\|break\|continue\|use\|param\|read\)\>/
syntax match tmsStatement /\%(^\s*\|[|;{(]\s*\|[=!<>]\@1<!=\s*\|\<\%(in\|try\|otherwise\|plan\|explain\|curl\|return\)\s\+\)\@<=\<define\>/ nextgroup=tmsName skipwhite
syntax match tmsStagePart /\<\%(by\|up\|down\|to\|on\|all\|title\|count\)\>/ contained
syntax region tmsStageRegion matchgroup=tmsStage start=/\%(|\s*\)\@<=\<\%(where\|sort\|take\|skip\|show\|drop\|set\|rename\|group\|count\|sum\|average\|median\|min\|max\|first\|last\|unique\|join\|chart\|save\|as\)\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/\%(,\|\<and\|\<or\)\@4<!$/ transparent contains=@tmsValue,tmsOperator,tmsStagePart,tmsStatus
syntax region tmsPipe start=/|\ze\s*\%(#\s.*\)\?$/ end=/^\s*\ze[^[:blank:]#]/ transparent contains=tmsComment nextgroup=tmsStageBelow
syntax region tmsStageBelow matchgroup=tmsStage start=/\<\%(where\|sort\|take\|skip\|show\|drop\|set\|rename\|group\|count\|sum\|average\|median\|min\|max\|first\|last\|unique\|join\|chart\|save\|as\)\>/ end=/[|;{})\]]/me=s-1 end=/\<otherwise\>/me=s-1 end=/\k\@1<!#\%(\s\|$\)/me=s-1 end=/\%(,\|\<and\|\<or\)\@4<!$/ transparent contains=@tmsValue,tmsOperator,tmsStagePart,tmsStatus contained

highlight default link tmsComment Comment
highlight default link tmsString String
highlight default link tmsText String
highlight default link tmsTexts String
highlight default link tmsEscape SpecialChar
highlight default link tmsBadEscape Error
highlight default link tmsFillMark Delimiter
highlight default link tmsVariable Identifier
highlight default link tmsNumber Number
highlight default link tmsDate Number
highlight default link tmsUnit Type
highlight default link tmsKind Type
highlight default link tmsDateWord Constant
highlight default link tmsConstant Boolean
highlight default link tmsStatus Constant
highlight default link tmsOperator Operator
highlight default link tmsFunction Function
highlight default link tmsName Function
highlight default link tmsKey Label
highlight default link tmsLabel Label
highlight default link tmsStatement Statement
highlight default link tmsPartner Statement
highlight default link tmsSource Keyword
highlight default link tmsStage Keyword
highlight default link tmsStagePart Keyword
highlight default link tmsVerb Keyword

let b:current_syntax = 'tms'
