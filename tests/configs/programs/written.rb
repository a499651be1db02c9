# Writes texts, which come as a JSON list of base64, as Ruby's inspect writes them. Printed is a JSON
# list of them.
require "json"
texts = JSON.parse($stdin.gets).map { |text| text.unpack1("m0").force_encoding("UTF-8") }
puts texts.map { |text| [text.inspect].pack("m0") }.to_json
