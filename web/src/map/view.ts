/** Where the map looks, as the address keeps it. */
export interface Look {
  lon: number;
  lat: number;
  zoom: number;
}

/** "36.1,51.35,7.2" read; anything else is null. */
export function parseLook(text: string): Look | null {
  const numbers = text.split(",").map(Number);
  const [lon, lat, zoom] = numbers;
  if (numbers.length !== 3 || lon === undefined || lat === undefined || zoom === undefined) return null;
  const inRange = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 22;
  return inRange ? { lon, lat, zoom } : null;
}

export function printLook({ lon, lat, zoom }: Look): string {
  return [lon.toFixed(4), lat.toFixed(4), zoom.toFixed(2)].map(Number).join(",");
}
