import { Text } from '@mantine/core';
import { imageSource } from './image-source.ts';
import classes from './payload.module.css';

/** An image that is in the trace itself; of any other its address, for loading it would tell others who reads. */
export function Picture({ url, alt = 'Image' }: { readonly url: string; readonly alt?: string }) {
  const source = imageSource(url);
  if (source !== undefined) return <img src={source} alt={alt} className={classes.picture} loading="lazy" />;
  return (
    <Text span size="sm" c="var(--text-soft)" className={classes.address}>
      {alt === '' ? 'Image' : alt} ({url.slice(0, 300)})
    </Text>
  );
}
