import { describe, expect, it } from 'vitest'
import { shop, zones } from '../testing/drawings'
import { paintSvg, type SvgOptions } from './paint-svg'
import { sceneOf } from './scene'
import { colors } from './tokens'

const icon = (name: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" fill="none"><title>${name}</title><defs><linearGradient id="a"/></defs><path fill="url(#a)" d="M0 0h64v64z"/></svg>`

const paint = (rest: Partial<SvgOptions> = {}, design = shop) =>
  paintSvg(sceneOf(design), { theme: 'light', icon, title: design.name, ...rest })

describe('paintSvg', () => {
  it('frames everything with a margin of 16 pixels', () => {
    const { bounds } = sceneOf(shop)
    expect(paint()).toContain(
      `viewBox="${bounds.x - 16} ${bounds.y - 16} ${bounds.width + 32} ${bounds.height + 32}"`,
    )
  })

  it('gives the same text for the same scene', () => {
    expect(paint()).toBe(paint())
  })

  it('closes every element that it opens', () => {
    const open: string[] = []
    for (const [, close, name, alone] of paint().matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name)
      else if (!alone) open.push(name!)
    }
    expect(open).toEqual([])
  })

  it('writes names so that they can’t become markup', () => {
    const evil = {
      ...zones,
      elements: { odd: { kind: 'sqs-queue', spec: { QueueName: '<script>&"\u0000\ud800' } } },
      connections: {},
    }
    expect(paint({}, evil)).toContain('&lt;script&gt;&amp;&quot;‹U+0000›‹U+D800› (')
    expect(paint({}, evil)).not.toContain('<script>')
  })

  it('holds each icon once, with ids of its own and its drawing unchanged', () => {
    const svg = paint()
    expect(svg.match(/<symbol id="icon-iam-role"/g)).toHaveLength(1)
    expect(svg.match(/href="#icon-iam-role"/g)).toHaveLength(2)
    expect(svg).toContain('<linearGradient id="iam-role-a"/>')
    expect(svg).toContain('<path fill="url(#iam-role-a)" d="M0 0h64v64z"/>')
  })

  it('uses the colours of its theme, and a tile behind icons in the dark one', () => {
    expect(paint({ theme: 'dark' })).toContain(`fill="${colors.canvas.dark}"`)
    expect(paint({ theme: 'dark' })).toContain(`fill="${colors.tile.dark}"/><use`)
    expect(paint()).not.toContain(colors.text.dark)
  })

  it('has no background where it should be transparent', () => {
    const ground = /<\/defs><rect /
    expect(paint()).toMatch(ground)
    expect(paint({ transparent: true })).not.toMatch(ground)
  })

  it('paints a selection with what is in it', () => {
    const svg = paint({ only: new Set(['orders']) })
    expect([...svg.matchAll(/<g id="e-([^"]+)"/g)].map((match) => match[1])).toEqual([
      'orders',
      'orders-task',
    ])
  })

  it('tells names and kinds to those who can’t see it', () => {
    expect(paint()).toContain('<title>주문 플랫폼</title>')
    expect(paint()).toContain('<title>/ecs/shop-prod (')
  })

  it('shows problem badges where it is told to', () => {
    const badges = new Map([['orders', { severity: 'error', count: 3 } as const]])
    expect(paint({ badges })).toContain(`stroke="${colors.error.light}"`)
    expect(paint()).not.toContain(`stroke="${colors.error.light}"`)
  })
})
