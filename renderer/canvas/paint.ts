import type { Scene } from '../../shared/figures/scene'
export function paintScene(_c: CanvasRenderingContext2D, _s: Scene, _o: object): void {}
