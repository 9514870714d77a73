/** Work that was written down before it was saved. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const recovery: Korean<typeof en.recovery> = {
  title: '저장하지 않은 작업이 보관되어 있습니다',
  lead: '변경 사항을 저장하기 전에 Fairlead가 종료되었습니다. 사라진 내용은 없습니다. 열어서 이어서 작업하세요. 원래 파일은 그대로입니다.',
  elements_other: '요소 {{count}}개',
  kept: '마지막 변경 {{when}}',
  place: '원래 파일 위치: {{place}}',
  nowhere: '아직 파일로 저장하지 않음',
  open: '열기',
  openOf: '{{name}} 열기',
  discard: '버리기',
  discardOf: '{{name}} 버리기',
  discarded: '이 창을 닫으면 버립니다.',
  undo: '되돌리기',
  undoOf: '{{name}} 버리기 되돌리기',
  later: '나중에',
  done: '완료',
  laterHint: '남겨 둔 작업은 계속 보관되며 파일 › 저장하지 않은 작업 복구에서 찾을 수 있습니다.',
  bar: '{{when}} 기준으로 복구한 저장하지 않은 변경 사항입니다.',
  barUnsaved: '{{when}} 기준으로 복구한 저장하지 않은 설계입니다.',
  compare: '파일과 비교…',
  compareTitle: '{{name}}과(와) 다른 점',
  compareLead: '복구한 변경 사항을 파일의 현재 내용과 비교했습니다.',
  dismiss: '이 메시지 숨기기',
  notKept: '지금은 저장하지 않은 변경 사항을 복구용으로 보관할 수 없습니다.',
}
