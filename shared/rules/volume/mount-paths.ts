/** Where containers mount: what is an absolute path, and which paths are the same. */
import type { OperatingSystem } from '../../aws/facts/fargate-sizes'

/**
 * Is a path absolute? Windows takes its named pipes with slashes, too. With no operating system named either form may be
 * meant: older Windows definitions name none.
 */
export function isAbsolutePath(path: string, system: OperatingSystem | undefined): boolean {
  const onLinux = path.startsWith('/')
  const onWindows = /^([A-Za-z]:|\\|\/\/[.?]\/)/.test(path)
  return system === 'LINUX' ? onLinux : system === 'WINDOWS' ? onWindows : onLinux || onWindows
}

/** A relative path as one from the root: `./data` is `/data`, and `C:\data` on Windows. */
export function absolutePath(path: string, system: OperatingSystem | undefined): string {
  const folders = path.split(/[\\/]+/).filter((folder) => folder !== '' && folder !== '.')
  return system === 'WINDOWS' ? `C:\\${folders.join('\\')}` : `/${folders.join('/')}`
}

/** Two paths are the same place when this is the same text. Windows does not tell letter cases apart. */
export function placeOf(path: string): string {
  if (path.startsWith('/')) return path.replace(/\/+/g, '/').replace(/(.)\/$/, '$1')
  return path
    .toLowerCase()
    .replace(/[\\/]+/g, '\\')
    .replace(/(.)\\$/, '$1')
}
