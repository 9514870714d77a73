/** Why a command can’t be used now. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const unusable: Korean<typeof en.unusable> = {
  nothingSelected: '선택한 항목이 없습니다.',
  noElementSelected: '선택한 요소가 없습니다.',
  onlyPart: '요소의 일부만 선택되어 있습니다. Esc를 누르면 요소 전체가 선택됩니다.',
  notOneSelected: '먼저 요소를 하나 선택하세요.',
  lastElement: '여기서는 마지막 요소입니다.',
  firstElement: '여기서는 첫 번째 요소입니다.',
  nothingInside: '안에 들어 있는 요소가 없습니다.',
  nothingAround: '선택한 요소를 둘러싼 프레임이 없습니다.',
  noLine: '그 방향으로 이어지는 연결이 없습니다.',
  noLines: '연결이 없습니다.',
  nothingMovable: '이동할 수 있는 요소가 선택되지 않았습니다.',
  selectTwo: '요소를 두 개 이상 선택하세요.',
  selectThree: '요소를 세 개 이상 선택하세요.',
  noBends: '구부린 연결선이 선택되지 않았습니다.',
  noGroup: '선택한 그룹이 없습니다.',
  noWrapper: '이 요소를 모두 담을 수 있는 AWS 프레임이 없습니다.',
  noFrame: '선택한 프레임이 없습니다.',
  noProperties: '복사한 설정이 없습니다.',
  noLens: '켜진 렌즈가 없습니다.',
  notResizable: '프레임이나 메모를 하나 선택하세요. 다른 요소의 크기는 내용에 따라 정해집니다.',
  groupsAreLogical: '요소를 둘러싸는 프레임은 서비스 보기(Alt+N)에서 그립니다.',
  nothingToUndo: '되돌릴 작업이 없습니다.',
  nothingToRedo: '다시 실행할 작업이 없습니다.',
  nothingToArrange: '정렬할 요소가 없습니다.',
  nothingToSwitch: '전환할 서비스나 태스크가 없습니다.',
  emptyDesign: '설계가 비어 있습니다.',
  spoken: '지금 사용 중인 언어입니다.',
}
