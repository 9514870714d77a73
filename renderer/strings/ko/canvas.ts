/** The canvas. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const canvas: Korean<typeof en.canvas> = {
  label: '설계 캔버스',
  drawing: '그림',
  role: '그림',
  help: '{{next}}, {{previous}} 키로 요소 사이를 이동하고, {{inside}} 키로 프레임 안으로, {{around}} 키로 밖으로 나갑니다. 화살표 키는 선택한 요소를 옮기고, {{connect}} 키는 연결합니다. {{leave}} 키로 캔버스를 벗어납니다. {{outline}} 키는 같은 일을 모두 할 수 있는 개요 트리를 엽니다.',
  noKey: '키 없음',
  rename: '이름',
  nameEmpty: '이름은 비워 둘 수 없습니다. Esc를 누르면 이전 이름이 유지됩니다.',
  minimap: '미니맵',
  tracing: '따라 그릴 그림: {{name}}',
}
