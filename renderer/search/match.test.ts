import { describe, expect, test } from 'vitest'
import { parseQuery, score, searchText } from './match'

const worth = (query: string, names: readonly string[], keywords: readonly string[] = []) =>
  score(parseQuery(query), names.map(searchText), keywords.map(searchText))

/** The texts that fit, best first. */
const found = (query: string, ...texts: string[]) =>
  texts
    .map((text) => ({ text, found: worth(query, [text]) }))
    .filter(({ found }) => found > 0)
    .sort((a, b) => b.found - a.found)
    .map(({ text }) => text)

describe('searching in Latin letters', () => {
  test('beginnings come before words, words before insides', () => {
    expect(found('in', 'Insert', 'Zoom in', 'Align left', 'Undo', 'Minimap')).toEqual([
      'Insert',
      'Zoom in',
      'Minimap',
    ])
    expect(found('port', 'Export', 'port', 'Port mapping')).toEqual(['port', 'Port mapping', 'Export'])
  })
  test('case, spaces and the order of words don’t matter', () => {
    expect(worth('ZOOM', ['Zoom in'])).toBeGreaterThan(0.8)
    expect(worth('zoomin', ['Zoom in'])).toBeGreaterThan(0.9)
    expect(worth('balancer network', ['Network Load Balancer'])).toBeGreaterThan(0.8)
    expect(worth('balancer gateway', ['Network Load Balancer'])).toBe(0)
  })
  test('initials and scattered letters are enough', () => {
    expect(worth('alb', ['Application Load Balancer'])).toBeGreaterThan(0.5)
    expect(worth('zmin', ['Zoom in'])).toBeGreaterThan(0)
    expect(worth('tgrp', ['Target group'])).toBeGreaterThan(0)
    expect(worth('xyz', ['Target group'])).toBe(0)
    expect(worth('eig', ['Export the design'])).toBe(0)
  })
  test('words of identifiers begin at hyphens, dots, slashes and capitals', () => {
    expect(worth('api', ['orders-api'])).toBeGreaterThan(0.7)
    expect(worth('role', ['taskRoleArn'])).toBeGreaterThan(0.7)
  })
  test('keywords count less than names', () => {
    expect(worth('nfs', ['EFS file system'], ['nfs'])).toBeGreaterThan(0)
    expect(worth('nfs', ['nfs'])).toBeGreaterThan(worth('nfs', ['EFS file system'], ['nfs']))
  })
  test('nothing typed fits everything', () => {
    expect(worth('  ', ['Undo'])).toBe(1)
  })
})

describe('searching in Hangul', () => {
  test('by syllables, with and without spaces', () => {
    expect(worth('자동 정렬', ['자동 정렬'])).toBeGreaterThan(0.8)
    expect(worth('자동정렬', ['자동 정렬'])).toBeGreaterThan(0.9)
    expect(worth('정렬', ['자동 정렬'])).toBeGreaterThan(0.7)
    expect(worth('정열', ['자동 정렬'])).toBe(0)
  })
  test('by initials, which an input method may join', () => {
    expect(worth('ㅈㄷㅈㄹ', ['자동 정렬'])).toBeGreaterThan(0.8)
    expect(worth('ㅅㅂㅅ', ['서비스'])).toBeGreaterThan(0.9)
    // 각 서비스 typed by initials: the input method makes ㄳ of the first two.
    expect(worth('ㄳㅂㅅ', ['각 서비스'])).toBeGreaterThan(0.9)
    expect(worth('자ㄷ', ['자동 정렬'])).toBeGreaterThan(0.8)
  })
  test('while a syllable is half typed', () => {
    for (const typed of ['ㅅ', '서', '섭', '서비', '서빗', '서비스']) {
      expect(worth(typed, ['서비스']), typed).toBeGreaterThan(0.8)
    }
    expect(worth('도', ['되돌리기'])).toBeGreaterThan(0)
  })
  test('in either language of a name, whatever the other', () => {
    expect(worth('undo', ['되돌리기', 'Undo'])).toBeGreaterThan(0.9)
    expect(worth('ㄷㄷㄹㄱ', ['되돌리기', 'Undo'])).toBeGreaterThan(0.9)
  })
})
