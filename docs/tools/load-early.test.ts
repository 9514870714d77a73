import type { HtmlTagDescriptor, Plugin } from 'vite'
import { expect, it } from 'vitest'
import { loadEarly } from './load-early.js'

const chunk = (fileName: string, imports: string[], importedCss: string[] = [], facadeModuleId = '') => ({
  ...{ type: 'chunk', fileName, imports, facadeModuleId },
  viteMetadata: { importedCss: new Set(importedCss) },
})
const bundle = Object.fromEntries(
  [
    chunk('main.js', ['zod.js'], [], '/app/renderer/main.ts'),
    chunk('run.js', ['core.js', 'zod.js'], ['run.css'], '/app/renderer/run.tsx'),
    chunk('core.js', ['zod.js', 'run.js'], ['core.css']),
    chunk('zod.js', []),
    chunk('editor.js', ['core.js'], ['editor.css']),
    { type: 'asset', fileName: 'text.otf' },
    { type: 'asset', fileName: 'icon.svg' },
  ].map((file) => [file.fileName, file]),
)

function tags(html: string, from: object = bundle): readonly HtmlTagDescriptor[] {
  const { transformIndexHtml } = loadEarly('/renderer/run.tsx') as Plugin
  const { handler } = transformIndexHtml as unknown as {
    handler: (html: string, context: object) => HtmlTagDescriptor[]
  }
  return handler(html, { bundle: from })
}

it('the page names what the first picture needs: each once, and nothing that is loaded later', () => {
  const named = tags('<link rel="modulepreload" href="./zod.js">').map(({ attrs }) => [
    attrs?.rel,
    attrs?.href,
  ])
  expect(named).toEqual([
    ['stylesheet', './run.css'],
    ['stylesheet', './core.css'],
    ['modulepreload', './run.js'],
    ['modulepreload', './core.js'],
    ['preload', './text.otf'],
  ])
})

it('where nothing is bundled nothing is named', () => {
  expect(tags('', {})).toEqual([])
})
