/** Controls that know nothing of ECS. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const ui: Korean<typeof en.ui> = {
  suggestions: '{{field}} 제안',
  nothingFound: '찾은 항목 없음',
  reset: '기본값 사용',
}
