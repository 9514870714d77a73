/** How resvg draws, wherever it runs. */

/** For its constructor. Fonts are the ones given, whatever the system has. */
export function resvgOptions(scale: number, fonts: readonly Uint8Array[]) {
  return {
    fitTo: { mode: 'zoom' as const, value: scale },
    font: {
      fontBuffers: [...fonts],
      defaultFontFamily: 'Pretendard',
      sansSerifFamily: 'Pretendard',
      monospaceFamily: 'JetBrains Mono',
    },
  }
}
