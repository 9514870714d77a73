/** The document: saving, opening, exporting. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const file: Korean<typeof en.file> = {
  saveChanges: '“{{name}}”의 변경 사항을 저장하시겠습니까?',
  lost: '저장하지 않으면 마지막 저장 이후의 변경 사항이 사라집니다.',
  noRecent: '아직 열거나 저장한 파일이 없습니다. 열거나 저장한 파일이 여기에 나타납니다.',
  place: '{{line}}행 {{column}}열',
  unchanged: '아무것도 변경되지 않았습니다.',
  saved: '{{name}}을(를) 저장했습니다.',
  saveAs: '다른 이름으로 저장…',
  tryAgain: '다시 시도',
  keptMeanwhile: '저장될 때까지 작업을 복구용으로 보관합니다.',
  notKeptEither: '작업을 복구용으로 보관할 수도 없습니다. 지금 다른 곳에 저장하세요.',
  pictureChanged: '“{{name}}”은(는) 만들어진 뒤에 변경되었습니다. 체크섬이 설계와 일치하지 않습니다.',
  pictureChangedHint: '사용하기 전에 설계를 확인하세요.',
  traced: '“{{name}}”은(는) {{program}}의 그림입니다. 따라 그릴 수 있도록 도면 아래에 놓았습니다.',
  tracedHint: '설계와 함께 저장되지 않습니다.',
  tracedRemove: '제거',
  exported: '{{name}}을(를) 내보냈습니다.',
  exportedMany: '파일 {{count}}개를 내보냈습니다.',
  clipboard: '클립보드',
}
