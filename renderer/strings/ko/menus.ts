/** The menus. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const menus: Korean<typeof en.menus> = {
  File: '파일',
  Edit: '편집',
  View: '보기',
  Arrange: '정렬',
  Review: '검토',
  Help: '도움말',
}
