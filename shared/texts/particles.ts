/**
 * Korean particles whose form depends on the sound before them. A catalogue writes both forms, `{name}을(를)`, as Korean
 * programs do where they can't know; here it is known of Hangul and of digits, as they are read.
 */

import { toNumber } from '../basics/convert'

/** After a consonant, and after a vowel. */
const FORMS: Readonly<Record<string, readonly [consonant: string, vowel: string]>> = {
  '을(를)': ['을', '를'],
  '를(을)': ['을', '를'],
  '이(가)': ['이', '가'],
  '가(이)': ['이', '가'],
  '은(는)': ['은', '는'],
  '는(은)': ['은', '는'],
  '과(와)': ['과', '와'],
  '와(과)': ['과', '와'],
  '(으)로': ['으로', '로'],
  '(이)': ['이', ''],
}

/** The last letter or digit, closing marks that are not read, the particle. */
const PLACES = new RegExp(
  `([\\p{L}\\p{N}%])([”’"'\`)\\]}»]*)(${Object.keys(FORMS)
    .map((form) => form.replace(/[()]/g, '\\$&'))
    .join('|')})`,
  'gu',
)

type Sound = 'vowel' | 'consonant' | 'ㄹ'

/** A sentence with its particles in the right form; after a Latin word, whose sound is unknown, both stay. */
export function withParticles(sentence: string): string {
  if (!sentence.includes('(')) return sentence
  return sentence.replace(PLACES, (whole, last: string, marks: string, particle: string) => {
    const sound = soundOf(last)
    const forms = FORMS[particle]
    if (sound === undefined || !forms) return whole
    // 로 follows ㄹ as it follows a vowel.
    const isVowel = sound === 'vowel' || (sound === 'ㄹ' && particle === '(으)로')
    return last + marks + forms[isVowel ? 1 : 0]
  })
}

const FIRST_SYLLABLE = 0xac00
const LAST_SYLLABLE = 0xd7a3
/** Syllables stand in groups by their first two sounds: one without a final consonant, and 27 with one. */
const FINALS = 28
const FINAL_RIEUL = 8

/** 영 일 이 삼 사 오 육 칠 팔 구; at the end of a larger number a zero is 십, 백, 천 or 만, which end in consonants, too. */
const DIGITS: readonly Sound[] = [
  'consonant',
  'ㄹ',
  'vowel',
  'consonant',
  'vowel',
  'vowel',
  'consonant',
  'ㄹ',
  'ㄹ',
  'vowel',
]

function soundOf(last: string): Sound | undefined {
  // Read 퍼센트.
  if (last === '%') return 'vowel'
  if (/\d/.test(last)) return DIGITS[toNumber(last)]
  const code = last.codePointAt(0) ?? 0
  if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) return undefined
  const final = (code - FIRST_SYLLABLE) % FINALS
  return final === 0 ? 'vowel' : final === FINAL_RIEUL ? 'ㄹ' : 'consonant'
}
