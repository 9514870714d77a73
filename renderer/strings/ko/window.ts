/** Tools and panels. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const windowTexts: Korean<typeof en.window> = {
  handTool: '손 도구: 끌면 화면이 이동합니다.',
  selectTool: '선택 도구.',
  gridOn: '격자 켬.',
  gridOff: '격자 끔.',
}
