-- For wrk: asks for the lines of the file that $TARGETS names, in turn.
local requests = {}
local next = 0

function init()
  for target in io.lines(os.getenv("TARGETS")) do
    requests[#requests + 1] = wrk.format("GET", target, { ["Accept-Encoding"] = "gzip", Host = "localhost" })
  end
end

function request()
  next = next % #requests + 1
  return requests[next]
end
