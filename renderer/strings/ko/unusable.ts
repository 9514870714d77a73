/** Why a command can’t be used now. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const unusable: Korean<typeof en.unusable> = {
  nothingSelected: '선택한 항목이 없습니다.',
  noElementSelected: '선택한 요소가 없습니다.',
  notOneSelected: '먼저 요소를 하나 선택하세요.',
  nothingToUndo: '되돌릴 작업이 없습니다.',
  nothingToRedo: '다시 실행할 작업이 없습니다.',
  nothingToArrange: '정렬할 요소가 없습니다.',
  nothingToSwitch: '전환할 서비스나 태스크가 없습니다.',
  emptyDesign: '설계가 비어 있습니다.',
  spoken: '지금 사용 중인 언어입니다.',
}
