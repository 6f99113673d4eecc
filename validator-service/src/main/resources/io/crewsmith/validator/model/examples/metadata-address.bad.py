from crewai_tools import ScrapeWebsiteTool
ScrapeWebsiteTool(website_url='http://169.254.169.254/latest/meta-data/')
# ---
x = 'http://metadata.google.internal/computeMetadata/v1/'
# ---
x = 'http://[fd00:ec2::254]/latest'
