/** Buttons of dialogs. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const dialog: Korean<typeof en.dialog> = {
  close: '닫기',
  cancel: '취소',
  save: '저장',
  discard: '변경 사항 버리기',
  ok: '확인',
}
