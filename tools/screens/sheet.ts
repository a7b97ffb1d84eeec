/** A picture that was taken. */
export interface Picture {
  readonly route: string;
  readonly language: string;
  readonly theme: string;
  readonly size: string;
}

/** File name of a picture: the route with its slashes as dots, so that pages of one area stand together. */
export function pictureName({ route, language, theme, size }: Picture): string {
  const page = route === "/" ? "start" : route.slice(1).replaceAll("/", ".").replaceAll("$", "");
  return `${page}--${size}-${theme}-${language}.png`;
}

const escape = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/** One page with all pictures, a section for each route. */
export function contactSheet(pictures: readonly Picture[]): string {
  const routes = [...new Set(pictures.map(({ route }) => route))];
  const sections = routes.map((route) => {
    const figures = pictures
      .filter((picture) => picture.route === route)
      .map((picture) => {
        const name = pictureName(picture);
        const caption = [picture.size, picture.theme, picture.language].join(" ");
        return `<figure><a href="${name}"><img loading="lazy" src="${name}" alt="${escape(caption)}"></a><figcaption>${escape(caption)}</figcaption></figure>`;
      });
    return `<h2>${escape(route)}</h2><div>${figures.join("")}</div>`;
  });
  const style =
    "body{font:14px sans-serif;margin:24px}div{display:flex;flex-wrap:wrap;gap:12px}img{height:300px;border:1px solid}figure{margin:0}";
  return `<!doctype html><meta charset="utf-8"><title>Screens</title><style>${style}</style>${sections.join("")}\n`;
}
