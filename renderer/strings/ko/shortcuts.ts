/** What hands can do, beside the shortcuts of commands. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const shortcuts: Korean<typeof en.shortcuts> = {
  pan: '화면 이동',
  panHow: '스페이스바 + 끌기, 또는 가운데 버튼',
  zoom: '확대/축소',
  zoomHow: 'Ctrl + 휠, 또는 두 손가락 벌리기/오므리기',
  several: '여러 개 선택',
  severalHow: 'Shift + 클릭, 또는 빈 캔버스에서 끌기',
  connect: '연결',
  connectHow: '요소 가장자리의 점에서 끌기',
}
