-- The password of the media type that is called :name. One that is switched off has none here.
SELECT passwd
  FROM media_type
 WHERE type = 0 AND status = 0 AND smtp_authentication = 1 AND name = :'name';
