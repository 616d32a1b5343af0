import { Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { attachmentQuery } from '../../api/artifacts.ts';
import { imageSource } from './image-source.ts';
import classes from './payload.module.css';

interface PictureProps {
  readonly url: string;
  readonly alt?: string;
}

/** An image that is in the trace itself; of any other its address, for loading it would tell others who reads. */
export function Picture({ url, alt = 'Image' }: PictureProps) {
  const source = imageSource(url);
  if (source?.kind === 'data')
    return <img src={source.url} alt={alt} className={classes.picture} loading="lazy" />;
  if (source?.kind === 'attachment') return <Attachment {...source} url={url} alt={alt} />;
  return <Address url={url} alt={alt} />;
}

interface AttachmentProps extends Required<PictureProps> {
  readonly traceId: string;
  readonly id: string;
}

function Attachment({ traceId, id, url, alt }: AttachmentProps) {
  const { data: bytes, isError } = useQuery(attachmentQuery(traceId, id));
  if (isError) return <Address url={url} alt={alt} />;
  return bytes === undefined ? <Skeleton height={120} width={160} /> : <Bytes bytes={bytes} alt={alt} />;
}

/** Their address lives as long as the image does. */
function Bytes({ bytes, alt }: { readonly bytes: Blob; readonly alt: string }) {
  const load = useCallback(
    (image: HTMLImageElement) => {
      const address = URL.createObjectURL(bytes);
      image.src = address;
      return () => URL.revokeObjectURL(address);
    },
    [bytes],
  );
  return <img ref={load} alt={alt} className={classes.picture} />;
}

function Address({ url, alt }: Required<PictureProps>) {
  return (
    <Text span size="sm" c="var(--text-soft)" className={classes.address}>
      {alt === '' ? 'Image' : alt} ({url.slice(0, 300)})
    </Text>
  );
}
