/** The palette of elements. */
import type { en } from '../en/en'
import type { Korean } from './korean'

export const palette: Korean<typeof en.palette> = {
  title: '요소',
  search: '요소 검색',
  none: '“{{query}}”(이)라는 요소가 없습니다. “로드 밸런서”, “볼륨”, “대기열”을 검색해 보세요.',
  hint: '캔버스로 끌어다 놓거나 Enter를 눌러 추가하세요.',
  clear: '검색어 지우기',
  container: '컨테이너',
  containerSummary: '이미지, 포트, 로그 구성이 포함된 태스크 정의의 컨테이너 하나입니다.',
  category: {
    compute: '컨테이너 및 컴퓨팅',
    networking: '네트워킹',
    storage: '스토리지',
    security: '보안',
    management: '통합 및 관리',
    database: '데이터베이스',
    general: '일반',
  },
}
