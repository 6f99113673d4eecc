digest = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
uuid = '0d9cc561-2a84-4a79-8364-1434e71f3977'
name = 'SeniorMarketAnalystForEuropeAndAfrica2025'
url = 'https://example.com/reports/2025/quarterly-Summary-of-Claims'
