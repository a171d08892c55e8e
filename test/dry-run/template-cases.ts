// Cases about one template, under the key `$default`.

/** The template as the wanted arguments have it. */
export const template = (source: string) => ({
  name: source.slice(0, 80),
  wanted: { ResponseTemplates: { $default: source } },
});

interface Place {
  readonly Line?: number;
  readonly Column?: number;
  /** The whole template put right. */
  readonly Replace?: string;
}

/** The template with the places of what is wrong in it: `column`, or the place with its correction. */
export const found = (source: string, ...places: readonly (number | Place)[]) => ({
  ...template(source),
  problems: places.map((place) => ({
    Path: ['ResponseTemplates', '$default'],
    ...(typeof place === 'number' ? { Line: 1, Column: place } : place),
  })),
});

/** A place in the first line. */
export const at = (Column: number, Replace: string): Place => ({ Line: 1, Column, Replace });
