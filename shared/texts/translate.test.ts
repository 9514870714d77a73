import { describe, expect, it } from 'vitest'
import { say, term } from './text'
import { translator } from './translate'

const words = translator({
  'No container is essential.': '필수 컨테이너가 없습니다.',
  'Make container “{0}” essential': '컨테이너 “{0}”을(를) 필수로 설정',
  'Put {0} in front of “{1}”': '“{1}” 앞에 {0} 배치',
  'a load balancer': '로드 밸런서',
  'Target group': '대상 그룹',
  'No {0} yet.': '{0}이(가) 아직 없습니다.',
  '{name} is too small; use {least}.': '{name}이(가) 너무 작습니다. {least}을(를) 사용하세요.',
})

it('says everything in English without a catalogue', () => {
  expect(translator()(say`Make container “${'web'}” essential`)).toBe('Make container “web” essential')
})

describe('with a catalogue', () => {
  it('says whole sentences', () => {
    expect(words('No container is essential.')).toBe('필수 컨테이너가 없습니다.')
  })

  it('fills values in where the other language wants them, with the particles that they want', () => {
    expect(words(say`Put ${'a load balancer'} in front of “${'web'}”`)).toBe('“web” 앞에 로드 밸런서 배치')
    expect(words(say`Make container “${'주문'}” essential`)).toBe('컨테이너 “주문”을 필수로 설정')
    expect(words({ words: '{name} is too small; use {least}.', values: { name: '볼륨', least: 20 } })).toBe(
      '볼륨이 너무 작습니다. 20을 사용하세요.',
    )
  })

  it('leaves names alone, even those that sound like words of ours', () => {
    expect(words(say`Make container “${'a load balancer'}” essential`)).toBe(
      '컨테이너 “a load balancer”을(를) 필수로 설정',
    )
  })

  it('knows a label within a sentence', () => {
    expect(words(say`No ${term('target group')} yet.`)).toBe('대상 그룹이 아직 없습니다.')
  })

  it('stays English as a whole where it lacks the words', () => {
    expect(words('A new sentence.')).toBe('A new sentence.')
    expect(words(say`Replace ${'a load balancer'} by ${2} others`)).toBe(
      'Replace a load balancer by 2 others',
    )
  })
})
