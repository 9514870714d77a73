/** The status bar. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const status: Korean<typeof en.status> = {
  errors_other: '오류 {{count}}개',
  warnings_other: '경고 {{count}}개',
  advice_other: '조언 {{count}}개',
  selected: '{{count}}개 선택됨',
  elements_other: '요소 {{count}}개',
  host: { electron: '데스크톱', browser: '브라우저' },
  language: '언어',
  zoom: '{{percent}}%',
}
