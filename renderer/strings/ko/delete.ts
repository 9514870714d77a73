/** Deleting. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const deletion: Korean<typeof en.delete> = {
  notEmpty: '클러스터 “{{name}}”에 {{what}}이(가) 남아 있습니다',
  severalNotEmpty: '클러스터 {{count}}개에 {{what}}이(가) 남아 있습니다',
  service_other: '서비스 {{count}}개',
  task_other: '독립 실행형 태스크 {{count}}개',
  'container-instance_other': '컨테이너 인스턴스 그룹 {{count}}개',
  'capacity-provider_other': '용량 공급자 {{count}}개',
  contents: '내용도 삭제',
  contentsHint:
    'AWS에서는 빈 클러스터만 삭제됩니다. 서비스, 태스크, 컨테이너 인스턴스, 용량 공급자 순으로 먼저 삭제됩니다.',
  keep: '내용 유지',
  keepHint: '어느 클러스터에도 속하지 않은 채 캔버스에 남습니다.',
  holds_other: '{{kind}} “{{name}}”에 요소 {{count}}개가 있습니다',
  severalHold_other: '프레임 {{frames}}개에 요소 {{count}}개가 있습니다',
  allHint: '프레임과 그 안에 그려진 요소를 모두 삭제합니다.',
  stayHint: '프레임만 삭제합니다. 안의 요소는 그 자리에 남습니다.',
}
