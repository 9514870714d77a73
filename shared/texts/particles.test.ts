import { expect, it, test } from 'vitest'
import { withParticles } from './particles'

test.each([
  ['서비스을(를)', '서비스를'],
  ['클러스터은(는)', '클러스터는'],
  ['볼륨이(가)', '볼륨이'],
  ['태스크과(와)', '태스크와'],
  ['서브넷(으)로', '서브넷으로'],
  ['서울(으)로', '서울로'],
  ['클러스터(으)로', '클러스터로'],
  ['설계(이)라는', '설계라는'],
  ['볼륨(이)라는', '볼륨이라는'],
])('after Hangul: %s', (written, said) => expect(withParticles(written)).toBe(said))

test.each([
  ['포트 80을(를)', '포트 80을'],
  ['포트 443이(가)', '포트 443이'],
  ['포트 8082은(는)', '포트 8082는'],
  ['1(으)로', '1로'],
  ['7을(를)', '7을'],
  ['100(으)로', '100으로'],
  ['50%을(를)', '50%를'],
])('after digits, as they are read: %s', (written, said) => expect(withParticles(written)).toBe(said))

it('looks through closing marks', () => {
  expect(withParticles('컨테이너 “주문”을(를) 필수로')).toBe('컨테이너 “주문”을 필수로')
  expect(withParticles('서비스(웹)은(는)')).toBe('서비스(웹)은')
})

it('keeps both forms after a Latin word, whose sound is not known', () => {
  expect(withParticles('“web”을(를) Fargate(으)로')).toBe('“web”을(를) Fargate(으)로')
})
